; Definitions
(export_statement decorator: (decorator)* @decorator) @wrapper
(ambient_declaration) @wrapper
(class_declaration decorator: (decorator)* @decorator name: (_) @name body: (_) @body) @class
(abstract_class_declaration decorator: (decorator)* @decorator name: (_) @name body: (_) @body) @class
(interface_declaration name: (_) @name body: (_) @body) @class
(enum_declaration name: (_) @name body: (_) @body) @class
(internal_module name: (_) @name body: (_)) @namespace
(module name: (identifier) @name body: (_)) @namespace
(function_declaration
  name: (_) @name
  parameters: (_ (_ pattern: [(rest_pattern (_) @parameter) (_) @parameter])*)
  return_type: (type_annotation (_) @returns)?
  body: (_) @body) @function
(generator_function_declaration
  name: (_) @name
  parameters: (_ (_ pattern: [(rest_pattern (_) @parameter) (_) @parameter])*)
  return_type: (type_annotation (_) @returns)?
  body: (_) @body) @function
(function_signature
  name: (_) @name
  parameters: (_ (_ pattern: [(rest_pattern (_) @parameter) (_) @parameter])*)
  return_type: (type_annotation (_) @returns)?) @function
(method_definition
  name: (_) @name
  parameters: (_ (_ pattern: [(rest_pattern (_) @parameter) (_) @parameter])*)
  return_type: (type_annotation (_) @returns)?
  body: (_) @body) @function
(abstract_method_signature
  name: (_) @name
  parameters: (_ (_ pattern: [(rest_pattern (_) @parameter) (_) @parameter])*)
  return_type: (type_annotation (_) @returns)?) @method
(class_body (decorator)* @decorator)
(lexical_declaration
  (variable_declarator
    name: (identifier) @name
    value: [
      (arrow_function parameter: (_)? @parameter
        parameters: (_ (_ pattern: [(rest_pattern (_) @parameter) (_) @parameter])*)?
        return_type: (type_annotation (_) @returns)?
        body: (_) @body)
      (function_expression
        parameters: (_ (_ pattern: [(rest_pattern (_) @parameter) (_) @parameter])*)
        return_type: (type_annotation (_) @returns)?
        body: (_) @body)])) @function
(lexical_declaration (variable_declarator name: (identifier) @name value: (class body: (_) @body))) @class
(expression_statement (assignment_expression left: (member_expression property: (property_identifier) @name) right: (class body: (_) @body))) @class
(expression_statement
  (assignment_expression
    left: (member_expression property: (property_identifier) @name)
    right: [
      (arrow_function parameters: (_ (_ pattern: [(rest_pattern (_) @parameter) (_) @parameter])*)? body: (_) @body)
      (function_expression parameters: (_ (_ pattern: [(rest_pattern (_) @parameter) (_) @parameter])*) body: (_) @body)])) @function
(public_field_definition
  decorator: (decorator)* @decorator
  name: (_) @name
  value: [
    (arrow_function parameter: (_)? @parameter
      parameters: (_ (_ pattern: [(rest_pattern (_) @parameter) (_) @parameter])*)?
      return_type: (type_annotation (_) @returns)?
      body: (_) @body)
    (function_expression body: (_) @body)]) @function

; References
(call_expression function: [(identifier) @call (member_expression property: (_) @call)])
(new_expression constructor: [(identifier) @call (member_expression property: (_) @call)])
(import_statement) @import
(export_statement source: (_)) @import

(comment) @comment
[(if_statement) (for_statement) (for_in_statement) (while_statement) (do_statement) (catch_clause)
 (ternary_expression) (switch_case) "&&" "||" "??"] @decision

(import_statement source: (string (string_fragment) @test (#any-of? @test "vitest" "mocha" "@jest/globals" "node:test" "@playwright/test" "chai")))
