; Definitions
(class_declaration
  (modifiers (annotation)* @decorator)?
  (type_identifier) @name
  (primary_constructor (class_parameter (simple_identifier) @parameter)*)?
  [(class_body) @body (enum_class_body) @body]?) @class
(object_declaration (modifiers (annotation)* @decorator)? (type_identifier) @name (class_body)? @body) @class
(function_declaration
  (modifiers (annotation)* @decorator)?
  (simple_identifier) @name
  (function_value_parameters (parameter (simple_identifier) @parameter)*)
  [(user_type) @returns (nullable_type) @returns (function_type) @returns]?
  (function_body)? @body) @function
(secondary_constructor
  "constructor" @name
  (function_value_parameters (parameter (simple_identifier) @parameter)*)
  (statements)? @body) @method

; References
(call_expression . [(simple_identifier) @call (navigation_expression (navigation_suffix (simple_identifier) @call))])
(import_header) @import

(line_comment) @comment
(multiline_comment) @comment
[(if_expression) (for_statement) (while_statement) (do_while_statement) (when_entry) (catch_block) (elvis_expression)
 "&&" "||"] @decision

(annotation (user_type (type_identifier) @test (#any-of? @test "Test" "ParameterizedTest")))
