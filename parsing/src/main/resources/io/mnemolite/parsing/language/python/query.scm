; Definitions
(decorated_definition (decorator)* @decorator) @wrapper
(class_definition
  name: (_) @name
  body: (block . (expression_statement . (string) @doc)?) @body) @class
(function_definition
  name: (_) @name
  parameters: (_
    [(identifier) @parameter
     (typed_parameter . [(identifier) @parameter (list_splat_pattern (identifier) @parameter) (dictionary_splat_pattern (identifier) @parameter)])
     (default_parameter name: (_) @parameter)
     (typed_default_parameter name: (_) @parameter)
     (list_splat_pattern (identifier) @parameter)
     (dictionary_splat_pattern (identifier) @parameter)]*)
  return_type: (_)? @returns
  body: (block . (expression_statement . (string) @doc)?) @body) @function

; References
(call function: [(identifier) @call (attribute attribute: (_) @call)])
(import_statement) @import
(import_from_statement) @import
(future_import_statement) @import

(comment) @comment
[(if_statement) (elif_clause) (for_statement) (while_statement) (except_clause) (conditional_expression)
 (case_clause) (if_clause) (for_in_clause) "and" "or"] @decision

(import_statement name: (dotted_name) @test (#any-of? @test "pytest" "unittest"))
(import_from_statement module_name: (_) @test (#any-of? @test "pytest" "unittest"))
