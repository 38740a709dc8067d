; Definitions
(namespace_definition name: (_) @name body: (_)) @namespace
(class_declaration attributes: (_)? @decorator name: (_) @name body: (_) @body) @class
(interface_declaration name: (_) @name body: (_) @body) @class
(trait_declaration name: (_) @name body: (_) @body) @class
(enum_declaration attributes: (_)? @decorator name: (_) @name body: (_) @body) @class
(function_definition
  attributes: (_)? @decorator
  name: (_) @name
  parameters: (_ (_ name: (_) @parameter)*)
  return_type: (_)? @returns
  body: (_) @body) @function
(method_declaration
  attributes: (_)? @decorator
  name: (_) @name
  parameters: (_ (_ name: (_) @parameter)*)
  return_type: (_)? @returns
  body: (_)? @body) @method

; References
(function_call_expression function: (_) @call)
(member_call_expression name: (_) @call)
(nullsafe_member_call_expression name: (_) @call)
(scoped_call_expression name: (_) @call)
(object_creation_expression [(name) @call (qualified_name) @call])
(namespace_use_declaration) @import
(include_expression) @import
(include_once_expression) @import
(require_expression) @import
(require_once_expression) @import

(comment) @comment
[(if_statement) (else_if_clause) (for_statement) (foreach_statement) (while_statement) (do_statement) (case_statement)
 (match_conditional_expression) (catch_clause) (conditional_expression) "&&" "||" "??" "and" "or"] @decision

(class_declaration (base_clause (name) @test (#any-of? @test "TestCase")))
