; Definitions
(class name: (_) @name body: (_)? @body) @class
(module name: (_) @name body: (_)? @body) @class
(method
  name: (_) @name
  parameters: (_ [(identifier) @parameter (_ name: (_) @parameter)]*)?
  body: (_)? @body) @function
(singleton_method
  name: (_) @name
  parameters: (_ [(identifier) @parameter (_ name: (_) @parameter)]*)?
  body: (_)? @body) @function

; References
(call method: (_) @call)
(call method: (identifier) @name (#any-of? @name "require" "require_relative" "load" "autoload")) @import

(comment) @comment
[(if) (elsif) (unless) (while) (until) (for) (when) (in_clause) (rescue) (conditional) (if_modifier) (unless_modifier)
 (while_modifier) (until_modifier) (rescue_modifier) "&&" "||" "and" "or"] @decision

(call method: (identifier) @name arguments: (_ (string (string_content) @test)) (#any-of? @name "require" "require_relative") (#any-of? @test "minitest/autorun" "test/unit" "rspec" "spec_helper" "rails_helper" "test_helper"))
