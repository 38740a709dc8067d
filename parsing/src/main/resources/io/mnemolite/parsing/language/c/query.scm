; Definitions
(type_definition) @wrapper
(declaration type: (_ body: (_))) @wrapper
(function_definition
  type: (_) @returns
  declarator: (.. (function_declarator
    declarator: [(identifier) @name (parenthesized_declarator (..(identifier) @name))]
    parameters: (_ (parameter_declaration declarator: (.. (identifier) @parameter))*)))
  body: (_) @body) @function
(struct_specifier name: (_) @name body: (_) @body) @class
(union_specifier name: (_) @name body: (_) @body) @class
(enum_specifier name: (_) @name body: (_) @body) @class
(type_definition type: (struct_specifier !name body: (_) @body) declarator: (type_identifier) @name) @class
(type_definition type: (union_specifier !name body: (_) @body) declarator: (type_identifier) @name) @class
(type_definition type: (enum_specifier !name body: (_) @body) declarator: (type_identifier) @name) @class

; References
(call_expression function: [(identifier) @call (field_expression field: (_) @call)])
(preproc_include path: (_)) @import

(comment) @comment
[(if_statement) (for_statement) (while_statement) (do_statement) (case_statement) (conditional_expression) "&&" "||"] @decision
