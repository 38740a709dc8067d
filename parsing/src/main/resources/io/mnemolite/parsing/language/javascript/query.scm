; Definitions
(export_statement decorator: (decorator)* @decorator) @wrapper
(class_declaration decorator: (decorator)* @decorator name: (_) @name body: (_) @body) @class
(function_declaration
  name: (_) @name
  parameters: (_ [(identifier) @parameter (assignment_pattern left: (_) @parameter) (rest_pattern (_) @parameter) (object_pattern) @parameter (array_pattern) @parameter]*)
  body: (_) @body) @function
(generator_function_declaration
  name: (_) @name
  parameters: (_ [(identifier) @parameter (assignment_pattern left: (_) @parameter) (rest_pattern (_) @parameter) (object_pattern) @parameter (array_pattern) @parameter]*)
  body: (_) @body) @function
(method_definition
  decorator: (decorator)* @decorator
  name: (_) @name
  parameters: (_ [(identifier) @parameter (assignment_pattern left: (_) @parameter) (rest_pattern (_) @parameter) (object_pattern) @parameter (array_pattern) @parameter]*)
  body: (_) @body) @function
(lexical_declaration
  (variable_declarator
    name: (identifier) @name
    value: [
      (arrow_function parameter: (_)? @parameter
        parameters: (_ [(identifier) @parameter (assignment_pattern left: (_) @parameter) (rest_pattern (_) @parameter) (object_pattern) @parameter (array_pattern) @parameter]*)?
        body: (_) @body)
      (function_expression
        parameters: (_ [(identifier) @parameter (assignment_pattern left: (_) @parameter) (rest_pattern (_) @parameter) (object_pattern) @parameter (array_pattern) @parameter]*)
        body: (_) @body)
      (generator_function body: (_) @body)])) @function
(lexical_declaration (variable_declarator name: (identifier) @name value: (class body: (_) @body))) @class
(expression_statement (assignment_expression left: (member_expression property: (property_identifier) @name) right: (class body: (_) @body))) @class
(variable_declaration
  (variable_declarator
    name: (identifier) @name
    value: [
      (arrow_function parameter: (_)? @parameter
        parameters: (_ [(identifier) @parameter (assignment_pattern left: (_) @parameter) (rest_pattern (_) @parameter) (object_pattern) @parameter (array_pattern) @parameter]*)?
        body: (_) @body)
      (function_expression
        parameters: (_ [(identifier) @parameter (assignment_pattern left: (_) @parameter) (rest_pattern (_) @parameter) (object_pattern) @parameter (array_pattern) @parameter]*)
        body: (_) @body)])) @function
(expression_statement
  (assignment_expression
    left: (member_expression property: (property_identifier) @name)
    right: [
      (arrow_function parameter: (_)? @parameter
        parameters: (_ [(identifier) @parameter (assignment_pattern left: (_) @parameter) (rest_pattern (_) @parameter) (object_pattern) @parameter (array_pattern) @parameter]*)?
        body: (_) @body)
      (function_expression
        parameters: (_ [(identifier) @parameter (assignment_pattern left: (_) @parameter) (rest_pattern (_) @parameter) (object_pattern) @parameter (array_pattern) @parameter]*)
        body: (_) @body)])) @function
(field_definition
  decorator: (decorator)* @decorator
  property: (_) @name
  value: [
    (arrow_function parameter: (_)? @parameter
      parameters: (_ [(identifier) @parameter (assignment_pattern left: (_) @parameter) (rest_pattern (_) @parameter) (object_pattern) @parameter (array_pattern) @parameter]*)?
      body: (_) @body)
    (function_expression body: (_) @body)]) @function

; References
(call_expression function: [(identifier) @call (member_expression property: (_) @call)])
(new_expression constructor: [(identifier) @call (member_expression property: (_) @call)])
(import_statement) @import
(export_statement source: (_)) @import
(lexical_declaration (variable_declarator value: (.. (call_expression function: (identifier) @name (#any-of? @name "require"))))) @import

(comment) @comment
[(if_statement) (for_statement) (for_in_statement) (while_statement) (do_statement) (catch_clause)
 (ternary_expression) (switch_case) "&&" "||" "??"] @decision

(import_statement source: (string (string_fragment) @test (#any-of? @test "vitest" "mocha" "@jest/globals" "node:test" "@playwright/test" "chai")))
