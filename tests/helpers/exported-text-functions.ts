import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Types by which a function takes a text in another shape: bytes, a tree of markup, a body, an article to check. */
const CARRIERS = new Set(
  (
    'unknown Buffer Uint8Array Body Block Flow Inline Node HtmlNode HtmlElement PageNode ElementNode PageLine ' +
    'CheckedArticle DocumentRow Values CapturedPage Feed FeedModel ArticleModel SitemapPage NewsPage Xml'
  ).split(' '),
);

/** Types of what a pure function does not take: it works for a request, or in a database. */
const OUTSIDE = new Set('Core.Strapi Context Transaction Pool Write DocumentContext Editor'.split(' '));

/**
 * The exported pure functions of a folder's files that take a text, as `file.ts#name`: a parameter is a string, bytes, a
 * value of any shape or one of the trees above, alone, optional, in a list, or destructured, and none is Strapi, a
 * request or a connection. React's components and hooks are left out. By syntax alone: only annotated parameters count,
 * which `strict` makes of all of them.
 *
 * @param folder from the root of the repository
 * @param leftOut folders and files inside it that are not looked at
 */
export function exportedTextFunctions(folder: string, leftOut: readonly string[] = []): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|\.d\.ts$|(?:^|\/)fixtures\//.test(file))
    .filter((file) => !leftOut.some((one) => file === one || file.startsWith(`${one}/`)))
    .flatMap((file) => exportsOf(path.join(folder, file)).map((name) => `${file}#${name}`))
    .filter((name) => !/#use[A-Z]/.test(name))
    .sort();
}

function exportsOf(file: string): string[] {
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  return source.statements.filter(isExported).flatMap((statement): string[] => {
    if (ts.isFunctionDeclaration(statement)) {
      return takesText(statement.parameters) ? [statement.name?.text ?? 'default'] : [];
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations
      .filter(({ initializer, type }) => takesText(parametersOf(initializer)) || takesText(parametersOf(type)))
      .map(({ name }) => name.getText());
  });
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

const parametersOf = (node: ts.Node | undefined): readonly ts.ParameterDeclaration[] =>
  node && (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionTypeNode(node))
    ? [...node.parameters]
    : [];

const takesText = (parameters: readonly ts.ParameterDeclaration[]): boolean =>
  parameters.some(({ type }) => type !== undefined && isText(type)) &&
  !parameters.some(({ type }) => type !== undefined && isOutside(type));

function isOutside(type: ts.TypeNode): boolean {
  if (ts.isTypeReferenceNode(type)) return OUTSIDE.has(type.typeName.getText());
  return (
    ts.isTypeLiteralNode(type) &&
    type.members.some((member) => ts.isPropertySignature(member) && member.type !== undefined && isOutside(member.type))
  );
}

function isText(type: ts.TypeNode): boolean {
  if (type.kind === ts.SyntaxKind.StringKeyword || type.kind === ts.SyntaxKind.UnknownKeyword) return true;
  if (ts.isUnionTypeNode(type) || ts.isIntersectionTypeNode(type)) return type.types.some(isText);
  if (ts.isArrayTypeNode(type)) return isText(type.elementType);
  if (ts.isTypeOperatorNode(type) || ts.isParenthesizedTypeNode(type)) return isText(type.type);
  if (ts.isTypeLiteralNode(type)) {
    return type.members.some(
      (member) => ts.isPropertySignature(member) && member.type !== undefined && isText(member.type),
    );
  }
  if (!ts.isTypeReferenceNode(type)) return false;
  // Pick<HtmlElement, …>, readonly lists and maps of texts.
  return CARRIERS.has(type.typeName.getText()) || (type.typeArguments ?? []).some(isText);
}
