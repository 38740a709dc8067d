; Components that are rendered
(jsx_self_closing_element name: (identifier) @call (#capital? @call))
(jsx_opening_element name: (identifier) @call (#capital? @call))
(jsx_self_closing_element name: (member_expression property: (_) @call))
(jsx_opening_element name: (member_expression property: (_) @call))
