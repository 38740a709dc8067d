; Definitions
(class_definition (annotation)* @decorator name: (_) @name class_parameters: (_ (class_parameter name: (_) @parameter)*)? body: (_)? @body) @class
(object_definition (annotation)* @decorator name: (_) @name body: (_)? @body) @class
(package_object name: (_) @name body: (_)? @body) @class
(trait_definition (annotation)* @decorator name: (_) @name body: (_)? @body) @class
(enum_definition (annotation)* @decorator name: (_) @name body: (_)? @body) @class
(function_definition
  (annotation)* @decorator
  name: (_) @name
  parameters: (_ (parameter name: (_) @parameter)*)*
  return_type: (_)? @returns
  body: (_) @body) @function
(function_declaration
  (annotation)* @decorator
  name: (_) @name
  parameters: (_ (parameter name: (_) @parameter)*)*
  return_type: (_)? @returns) @function

; References
(call_expression function: [(identifier) @call (field_expression field: (_) @call) (generic_function function: [(identifier) @call (field_expression field: (_) @call)])])
(instance_expression (type_identifier) @call)
(import_declaration) @import

(comment) @comment
(block_comment) @comment
[(if_expression) (for_expression) (while_expression) (do_while_expression) (case_clause) (catch_clause)] @decision
(infix_expression operator: (operator_identifier) @decision (#any-of? @decision "&&" "||"))
