; Definitions
(class_declaration (modifiers [(annotation) (marker_annotation)]* @decorator)? name: (_) @name body: (_) @body) @class
(interface_declaration (modifiers [(annotation) (marker_annotation)]* @decorator)? name: (_) @name body: (_) @body) @class
(enum_declaration (modifiers [(annotation) (marker_annotation)]* @decorator)? name: (_) @name body: (_) @body) @class
(annotation_type_declaration (modifiers [(annotation) (marker_annotation)]* @decorator)? name: (_) @name body: (_) @body) @class
(record_declaration
  (modifiers [(annotation) (marker_annotation)]* @decorator)?
  name: (_) @name
  parameters: (_ (formal_parameter name: (_) @parameter)*)?
  body: (_) @body) @class
(method_declaration
  (modifiers [(annotation) (marker_annotation)]* @decorator)?
  type: (_) @returns
  name: (_) @name
  parameters: (_ [(formal_parameter name: (_) @parameter) (spread_parameter (variable_declarator name: (_) @parameter))]*)
  body: (_)? @body) @method
(constructor_declaration
  (modifiers [(annotation) (marker_annotation)]* @decorator)?
  name: (_) @name
  parameters: (_ [(formal_parameter name: (_) @parameter) (spread_parameter (variable_declarator name: (_) @parameter))]*)
  body: (_)? @body) @method
(compact_constructor_declaration
  (modifiers [(annotation) (marker_annotation)]* @decorator)?
  name: (_) @name
  body: (_)? @body) @method
(annotation_type_element_declaration type: (_) @returns name: (_) @name) @method

; References
(method_invocation name: (_) @call)
(object_creation_expression type: [(type_identifier) @call (generic_type . (_) @call) (scoped_type_identifier) @call])
(method_reference . (_) (identifier) @call)
(explicit_constructor_invocation constructor: (_) @call)
(import_declaration) @import

(line_comment) @comment
(block_comment) @comment
[(if_statement) (for_statement) (enhanced_for_statement) (while_statement) (do_statement) (catch_clause)
 (ternary_expression) (guard) "case" "&&" "||"] @decision

(marker_annotation name: (_) @test (#any-of? @test "Test" "ParameterizedTest" "RepeatedTest" "TestFactory" "org.junit.Test"))
(annotation name: (_) @test (#any-of? @test "Test" "ParameterizedTest" "RepeatedTest"))
