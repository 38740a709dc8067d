; Definitions
(function_item
  name: (_) @name
  parameters: (_ [(parameter pattern: (_) @parameter) (self_parameter (self) @parameter)]*)
  return_type: (_)? @returns
  body: (_) @body) @function
(function_signature_item
  name: (_) @name
  parameters: (_ [(parameter pattern: (_) @parameter) (self_parameter (self) @parameter)]*)
  return_type: (_)? @returns) @function
(struct_item name: (_) @name body: (_)? @body) @class
(enum_item name: (_) @name body: (_) @body) @class
(union_item name: (_) @name body: (_) @body) @class
(trait_item name: (_) @name body: (_) @body) @class
(impl_item type: [(type_identifier) @name (generic_type type: (_) @name) (scoped_type_identifier name: (_) @name) (_) @name] body: (_) @body) @class
(macro_definition name: (_) @name) @function
(mod_item name: (_) @name body: (_)) @namespace
(attribute_item) @decorator

; References
(call_expression function: [(identifier) @call (field_expression field: (_) @call) (scoped_identifier name: (_) @call) (generic_function function: [(identifier) @call (field_expression field: (_) @call) (scoped_identifier name: (_) @call)])])
(macro_invocation macro: (_) @call)
(use_declaration) @import
(extern_crate_declaration) @import

(line_comment) @comment
(block_comment) @comment
[(if_expression) (for_expression) (while_expression) (loop_expression) (match_arm) (try_expression) "&&" "||"] @decision
