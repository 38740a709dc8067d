; Definitions
(namespace_declaration name: (_) @name body: (_)) @namespace
(class_declaration (attribute_list)* @decorator name: (_) @name body: (_)? @body) @class
(struct_declaration (attribute_list)* @decorator name: (_) @name body: (_)? @body) @class
(interface_declaration (attribute_list)* @decorator name: (_) @name body: (_)? @body) @class
(enum_declaration (attribute_list)* @decorator name: (_) @name body: (_)? @body) @class
(record_declaration (attribute_list)* @decorator name: (_) @name (parameter_list (parameter name: (_) @parameter)*)? body: (_)? @body) @class
(delegate_declaration (attribute_list)* @decorator type: (_) @returns name: (_) @name parameters: (_ [(parameter name: (_) @parameter) name: (_) @parameter]*)) @class
(method_declaration
  (attribute_list)* @decorator
  returns: (_) @returns
  name: (_) @name
  parameters: (_ [(parameter name: (_) @parameter) name: (_) @parameter]*)
  body: (_)? @body) @method
(constructor_declaration
  (attribute_list)* @decorator
  name: (_) @name
  parameters: (_ [(parameter name: (_) @parameter) name: (_) @parameter]*)
  body: (_)? @body) @method
(destructor_declaration name: (_) @name body: (_)? @body) @method
(operator_declaration type: (_) @returns operator: (_) @name parameters: (_ [(parameter name: (_) @parameter) name: (_) @parameter]*) body: (_)? @body) @method
(local_function_statement type: (_) @returns name: (_) @name parameters: (_ [(parameter name: (_) @parameter) name: (_) @parameter]*) body: (_)? @body) @function
(property_declaration (attribute_list)* @decorator type: (_) @returns name: (_) @name accessors: (_ (accessor_declaration body: (_))+) @body) @method

; References
(invocation_expression function: [(identifier) @call (member_access_expression name: (identifier) @call) (member_access_expression name: (generic_name . (identifier) @call)) (generic_name . (identifier) @call) (conditional_access_expression (member_binding_expression name: (_) @call))])
(object_creation_expression type: (_) @call)
(using_directive) @import

(comment) @comment
[(if_statement) (for_statement) (foreach_statement) (while_statement) (do_statement) (switch_section) (switch_expression_arm)
 (catch_clause) (conditional_expression) "&&" "||" "??"] @decision

(attribute name: (_) @test (#any-of? @test "Test" "TestCase" "Fact" "Theory" "TestMethod" "TestFixture" "TestClass"))
