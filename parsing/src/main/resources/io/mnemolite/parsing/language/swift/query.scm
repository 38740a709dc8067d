; Definitions
(class_declaration (modifiers (attribute)* @decorator)? name: (_) @name body: (_) @body) @class
(protocol_declaration (modifiers (attribute)* @decorator)? name: (_) @name body: (_) @body) @class
(function_declaration
  (modifiers (attribute)* @decorator)?
  name: (simple_identifier) @name
  (parameter name: (_) @parameter)*
  name: [(user_type) (optional_type) (array_type) (dictionary_type) (tuple_type) (function_type) (opaque_type) (existential_type) (metatype)]? @returns
  body: (_)? @body) @function
(init_declaration
  (modifiers (attribute)* @decorator)?
  name: "init" @name
  (parameter name: (_) @parameter)*
  body: (_)? @body) @method
(deinit_declaration "deinit" @name body: (_)? @body) @method
(protocol_function_declaration
  name: (simple_identifier) @name
  (parameter name: (_) @parameter)*
  name: [(user_type) (optional_type) (array_type) (dictionary_type) (tuple_type) (function_type) (opaque_type) (existential_type) (metatype)]? @returns) @method

; References
(call_expression . [(simple_identifier) @call (navigation_expression suffix: (navigation_suffix suffix: (_) @call))])
(import_declaration) @import

(comment) @comment
(multiline_comment) @comment
[(if_statement) (guard_statement) (for_statement) (while_statement) (repeat_while_statement) (switch_entry) (catch_block)
 (ternary_expression) (nil_coalescing_expression) "&&" "||"] @decision

(import_declaration (identifier) @test (#any-of? @test "XCTest" "Testing"))
