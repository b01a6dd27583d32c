// Compiles the schemas that come with Editio ahead: its Schematron rules (schema/*.sch) into dist/tool/schematron, its
// grammars (schema/*.rng) into dist/tool/grammars. Compiling rules takes seconds, running them milliseconds. It needs the
// compiled tool. What is there already for a schema is left alone.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const validation = join(root, 'dist', 'tool', 'validate');
const { compileSchematron, diskRulesCache, loadSchematron, shippedRulesFolder } = await import(
  join(validation, 'schematron', 'index.js')
);
const { compileCached, shippedGrammarsFolder } = await import(join(validation, 'relax-ng', 'grammar-cache.js'));
const { diskFileSystem } = await import(join(root, 'dist', 'tool', 'storage', 'file-system.js'));

/** The text of a schema, or of a file that a schema includes. */
const read = (path) => readFileSync(path, 'utf8');

function complain(name, message) {
  process.stderr.write(`templates/compile-schemas.js: schema/${name}: ${message}\n`);
  process.exitCode = 1;
}

async function compileRules(name, path) {
  const { rules, diagnostics } = loadSchematron(path, read(path), read);
  const cache = diskRulesCache(diskFileSystem, shippedRulesFolder);
  const faults = rules === undefined ? diagnostics : await compileSchematron(rules, { cache });
  for (const { message, position } of faults) complain(name, `line ${position?.line ?? 1}: ${message}`);
}

function compileGrammar(name, path) {
  const compiled = compileCached(path, read(path), read, shippedGrammarsFolder);
  const fault = 'fault' in compiled ? compiled.fault : compiled.idFault;
  if (fault !== undefined) complain(name, fault.message);
}

for (const name of readdirSync(join(root, 'schema'))) {
  const path = join(root, 'schema', name);
  if (name.endsWith('.sch')) await compileRules(name, path);
  else if (name.endsWith('.rng')) compileGrammar(name, path);
}
