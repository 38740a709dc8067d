; Definitions
(function_declaration
  name: (_) @name
  parameters: (_ [(parameter_declaration name: (_)* @parameter) (variadic_parameter_declaration name: (_)? @parameter)]*)
  result: (_)? @returns
  body: (_)? @body) @function
(method_declaration
  receiver: (_ (parameter_declaration type: (.. (type_identifier) @owner)))
  name: (_) @name
  parameters: (_ [(parameter_declaration name: (_)* @parameter) (variadic_parameter_declaration name: (_)? @parameter)]*)
  result: (_)? @returns
  body: (_)? @body) @method
(type_declaration !"(") @wrapper
(type_spec name: (_) @name type: [(struct_type (field_declaration_list) @body) (interface_type "{" @body) (_)]) @class
(type_alias name: (_) @name) @class

; References
(call_expression function: [(identifier) @call (selector_expression field: (_) @call)])
(import_spec) @import

(comment) @comment
[(if_statement) (for_statement) (expression_case) (type_case) (communication_case) "&&" "||"] @decision
