import { posix } from 'node:path';

/**
 * What a file is for. Analysts look at `source` and `test`; the rest is listed in the report's notes only where
 * somebody might expect it to have been looked at.
 */
export type FileRole =
  | 'source'
  | 'test'
  | 'migration'
  | 'manifest'
  | 'config'
  | 'interface'
  | 'prose'
  | 'lock'
  | 'generated'
  | 'vendored'
  | 'other';

const sourceFile = /\.(?:[cm]?[jt]sx?|pyi?)$/;
const prose = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt|org|pod)$/i;
const proseName = /^(?:readme|changelog|changes|history|authors|contributors|license|licence|copying|notice|news)$/i;
const lockName =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|poetry\.lock|Pipfile\.lock|uv\.lock|pdm\.lock|Cargo\.lock|Gemfile\.lock|composer\.lock|go\.sum|flake\.lock)$/;
const vendoredFolder =
  /(?:^|\/)(?:node_modules|bower_components|vendor|vendored|_vendor|third[_-]?party|site-packages|\.yarn)\//;
const generatedPath =
  /(?:^|\/)(?:dist|__generated__|generated|coverage|\.next|\.nuxt)\/|\.(?:min|bundle)\.(?:m?js|css)$|[._-](?:pb2(?:_grpc)?\.pyi?|generated\.[cm]?[jt]sx?|gen\.[jt]s)$|\.snap$/;
// In the first lines only: a file that writes generated files says it further down.
const generatedMark = /@generated\b|\bDO NOT EDIT\b|\bauto-?generated (?:by|file|from)\b/i;
const testFolder = /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|e2e|cypress|fixtures?|testdata|testing)\//i;
const testName =
  /(?:[._-](?:test|spec|e2e|cy|bench)\.[cm]?[jt]sx?|(?:^|\/)(?:test_[^/]*|[^/]*_test|tests|conftest)\.pyi?)$/;
const exampleFolder = /(?:^|\/)(?:examples?|samples?|demos?|docs?|tutorials?|benchmarks?|bench)\//i;
const migrationFile = /(?:^|\/)(?:migrations?|migrate|db|sql|schema|flyway|alembic)\/(?:.*\/)?[^/]*\.sql$/i;
const interfaceFile = /\.(?:html?|css|scss|sass|less|vue|svelte|hbs|ejs|pug|jinja2?|j2|njk|po|ftl|strings)$/i;
const localeFile =
  /(?:^|\/)(?:locales?|i18n|lang|languages?|translations?)\/(?:.*\/)?[^/]*\.(?:json|ya?ml|properties)$/i;
const configFile =
  /(?:^|\/)(?:config|settings)\/(?:.*\/)?[^/]*\.(?:json|ya?ml|toml|ini)$|(?:^|\/)(?:config|settings|defaults?)\.(?:json|ya?ml|toml|ini)$/i;
const manifestName = /^(?:package\.json|pyproject\.toml|setup\.cfg)$/;

/** What the path alone says. */
export function roleOfPath(path: string): FileRole {
  const name = posix.basename(path);
  if (vendoredFolder.test(path)) return 'vendored';
  if (lockName.test(name)) return 'lock';
  if (generatedPath.test(path)) return 'generated';
  if (prose.test(name) || proseName.test(name)) return 'prose';
  if (sourceFile.test(name)) return servesTests(path) ? 'test' : 'source';
  if (servesTests(path)) return 'other';
  if (migrationFile.test(path)) return 'migration';
  if (manifestName.test(name)) return 'manifest';
  if (localeFile.test(path) || interfaceFile.test(name)) return exampleFolder.test(path) ? 'prose' : 'interface';
  if (configFile.test(path) && !/(?:^|\/)\.\w/.test(path)) return 'config';
  return 'other';
}

/** Whether a file, whatever its role, only serves tests. */
export function servesTests(path: string): boolean {
  return testFolder.test(path) || testName.test(path);
}

/** Whether a file shows readers how to do something; nobody runs it in production, though it is real code. */
export function isExample(path: string): boolean {
  return exampleFolder.test(path);
}

/** Whether the text shows that a program wrote it: it says so at the top, or its lines are those of a minifier. */
export function looksGenerated(text: string): boolean {
  if (generatedMark.test(text.slice(0, 600))) return true;
  const lines = text.split('\n');
  return text.length > 5000 && text.length / lines.length > 400;
}
