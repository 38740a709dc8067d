// What each call of a TypeScript corpus calls, by the checker of npm's typescript.
// Arguments: the folder of typescript, the root of the corpus. Standard input: the files of the corpus, one a line, below
// the root. Standard output: one JSON object a line for each call or new whose callee has a name:
//   file, line, column     of that name, 1-based, in UTF-16 units
//   kind                   inside, outside, value or unreadable
//   path, name, at, owner  of an inside target: its file, simple name, line of the name, and the names around it
'use strict';

const path = require('node:path');
const ts = require(process.argv[2]);

const root = path.resolve(process.argv[3]);
const files = require('node:fs').readFileSync(0, 'utf8').split('\n').filter(Boolean);
const inside = new Set(files.map((file) => path.join(root, file)));

const program = ts.createProgram([...inside], {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.Preserve,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
  typeRoots: [path.join(path.dirname(process.argv[2]), '@types')],
});
const checker = program.getTypeChecker();

/** The identifier that names the callee; undefined when none does, as in an immediately called function. */
function calleeName(expression) {
  let at = expression;
  while (
    ts.isParenthesizedExpression(at) || ts.isNonNullExpression(at) || ts.isAsExpression(at) || ts.isSatisfiesExpression(at)
  ) {
    at = at.expression;
  }
  if (ts.isIdentifier(at) || at.kind === ts.SyntaxKind.SuperKeyword) {
    return at;
  }
  return ts.isPropertyAccessExpression(at) ? at.name : undefined;
}

/** The node that carries the name of a callable declaration; undefined of what has none, such as the type of a function. */
function nameOf(declaration) {
  switch (declaration.kind) {
    case ts.SyntaxKind.Constructor:
      return declaration;
    case ts.SyntaxKind.FunctionDeclaration:
    case ts.SyntaxKind.MethodDeclaration:
    case ts.SyntaxKind.MethodSignature:
    case ts.SyntaxKind.ClassDeclaration:
    case ts.SyntaxKind.InterfaceDeclaration:
    case ts.SyntaxKind.EnumDeclaration:
    case ts.SyntaxKind.ModuleDeclaration:
    case ts.SyntaxKind.GetAccessor:
    case ts.SyntaxKind.SetAccessor:
      return declaration.name ?? declaration;
    case ts.SyntaxKind.ArrowFunction:
    case ts.SyntaxKind.FunctionExpression:
    case ts.SyntaxKind.ClassExpression: {
      let at = declaration.parent;
      while (ts.isParenthesizedExpression(at) || ts.isAsExpression(at) || ts.isSatisfiesExpression(at)) {
        at = at.parent;
      }
      const holds = ts.isVariableDeclaration(at) || ts.isPropertyDeclaration(at) || ts.isPropertyAssignment(at);
      return holds ? at.name : declaration.name;
    }
    case ts.SyntaxKind.FunctionType: {
      // A member that is declared to be a function is a method but for its spelling.
      const member = declaration.parent;
      return ts.isPropertySignature(member) || ts.isPropertyDeclaration(member) ? member.name : undefined;
    }
    default:
      return undefined;
  }
}

function simple(declaration) {
  if (declaration.kind === ts.SyntaxKind.Constructor) {
    return 'constructor';
  }
  const name = nameOf(declaration);
  return name === declaration ? 'default' : name?.text ?? name?.getText();
}

function owners(declaration) {
  const names = [];
  for (let at = declaration.parent; at; at = at.parent) {
    const name = nameOf(at) && simple(at);
    if (name) {
      names.unshift(name);
    }
  }
  return names;
}

/** The declaration that a call leads to. */
function target(node, name) {
  const signature = checker.getResolvedSignature(node);
  const isAny = checker.getTypeAtLocation(node.expression).flags & ts.TypeFlags.Any;
  if (!signature || isAny) {
    return undefined;
  }
  const declared = signature.declaration;
  if (ts.isNewExpression(node) || name.kind === ts.SyntaxKind.SuperKeyword) {
    // A class without a constructor is called itself.
    const type = declared ? undefined : checker.getReturnTypeOfSignature(signature);
    return declared ?? type?.symbol?.valueDeclaration;
  }
  return declared;
}

function describe(node, name) {
  const declaration = target(node, name);
  if (!declaration) {
    return { kind: 'unreadable' };
  }
  const source = declaration.getSourceFile();
  if (!inside.has(path.resolve(source.fileName))) {
    return { kind: 'outside', name: name.getText() };
  }
  const named = nameOf(declaration);
  if (!named) {
    return { kind: 'value', name: name.getText() };
  }
  return {
    kind: 'inside',
    path: path.relative(root, source.fileName).split(path.sep).join('/'),
    name: simple(declaration),
    at: source.getLineAndCharacterOfPosition(named.getStart(source)).line + 1,
    owner: owners(declaration).join('.'),
  };
}

for (const file of files) {
  const source = program.getSourceFile(path.join(root, file));
  const visit = (node) => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = calleeName(node.expression);
      const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
      if (name && !isImport) {
        const place = source.getLineAndCharacterOfPosition(name.getStart(source));
        const site = { file, line: place.line + 1, column: place.character + 1, ...describe(node, name) };
        process.stdout.write(JSON.stringify(site) + '\n');
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}
