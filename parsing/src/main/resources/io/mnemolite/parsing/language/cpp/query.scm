; Definitions
(type_definition) @wrapper
(declaration type: (_ body: (_))) @wrapper
(field_declaration type: (_ body: (_))) @wrapper
(template_declaration) @wrapper
(function_definition
  type: (_)? @returns
  declarator: (.. (function_declarator
    declarator: [(identifier) @name (field_identifier) @name (qualified_identifier) @name (destructor_name) @name
      (operator_name) @name (template_function name: (_) @name) (_) @name]
    parameters: (_ [(parameter_declaration declarator: (.. (identifier) @parameter)) (optional_parameter_declaration declarator: (.. (identifier) @parameter)) (variadic_parameter_declaration (.. (identifier) @parameter))]*)))
  body: (_)? @body) @function
(function_definition declarator: (operator_cast) @name body: (_)? @body) @function
(class_specifier name: (_) @name body: (_) @body) @class
; A macro before the name, as in "class EXPORTED Name {", is taken for the name, and the class for a function.
(function_definition type: (class_specifier !body) declarator: (identifier) @name body: (_) @body) @class
(function_definition type: (struct_specifier !body) declarator: (identifier) @name body: (_) @body) @class
(struct_specifier name: (_) @name body: (_) @body) @class
(union_specifier name: (_) @name body: (_) @body) @class
(enum_specifier name: (_) @name body: (_) @body) @class
(concept_definition name: (_) @name) @class
(type_definition type: (struct_specifier !name body: (_) @body) declarator: (type_identifier) @name) @class
(namespace_definition name: (_) @name body: (_)) @namespace

; References
(call_expression function: [(identifier) @call (field_expression field: (_) @call) (qualified_identifier name: (_) @call) (template_function name: (_) @call)])
(new_expression type: (_) @call)
(preproc_include path: (_)) @import
(using_declaration) @import

(comment) @comment
[(if_statement) (for_statement) (for_range_loop) (while_statement) (do_statement) (case_statement) (catch_clause)
 (conditional_expression) "&&" "||" "and" "or"] @decision

(preproc_include path: (_) @test (#any-of? @test "<gtest/gtest.h>" "\"gtest/gtest.h\"" "<gmock/gmock.h>" "<catch2/catch.hpp>" "<catch2/catch_test_macros.hpp>" "\"doctest.h\"" "<doctest/doctest.h>" "<boost/test/unit_test.hpp>"))
