; Definitions
(function_definition name: (_) @name body: (_) @body) @function

; References
(command name: (_) @call)
(command name: (_) @name (#any-of? @name "source" ".")) @import

(comment) @comment
[(if_statement) (elif_clause) (for_statement) (c_style_for_statement) (while_statement) (case_item) "&&" "||"] @decision
