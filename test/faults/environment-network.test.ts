import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileSchema } from '../../src/commands/schema.js';
import { transform } from '../../src/commands/transform.js';
import { validate } from '../../src/commands/validate.js';
import { diskFileSystem } from '../../src/storage/file-system.js';
import { temporaryFolder } from '../storage/temporary-folder.js';
import { runTool } from './running-tool.js';

/** A server that counts who comes. */
let server: Server;
let visits = 0;
let address = '';

beforeAll(async () => {
  server = createServer((_, response) => response.end());
  server.on('connection', () => visits++);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

/** TEI that asks for things of the server in all ways it can, but for a document type declaration. */
function greedyTei(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="${address}/grammar.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>
<?xml-model href="${address}/rules.sch" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"?>
<?xml-stylesheet href="${address}/style.xsl" type="text/xsl"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.tei-c.org/ns/1.0 ${address}/tei.xsd">
  <teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt>
    <sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
  <text><body><p><ref target="${address}/a">Words</ref><graphic url="${address}/a.png"/></p></body></text>
</TEI>
`;
}

describe('the network', () => {
  it('39: schemas and pictures on the web are not fetched; it is said what to do', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'greedy.xml');
    writeFileSync(file, greedyTei());
    const checked = await validate([file], {});
    const missing = checked.diagnostics.find(({ code }) => code === 'validate/no-schema' || /schema/u.test(code));
    expect(missing?.message ?? '').toContain(address);
    expect(missing?.help ?? '').not.toBe('');
    for (const format of ['html', 'text'] as const)
      await transform(diskFileSystem, [file], { format, out: join(folder, 'out'), parameters: {} });
    expect(visits).toBe(0);
  });

  it('39: an edition with addresses everywhere is built by a process that may open no connection', () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'tei'));
    writeFileSync(join(root, 'tei/greedy.xml'), greedyTei());
    writeFileSync(join(root, 'edition.yaml'), `title: T\nbaseUrl: ${address}/\n`);
    const { status, stderr } = runTool(['build', '-C', root], { shim: 'hostile-system.js' });
    expect([status === 99, stderr.includes('a connection was opened'), visits]).toEqual([false, false, 0]);
  });

  it('39: a document type declaration on the web is refused, not fetched', async () => {
    const file = join(temporaryFolder(), 'dtd.xml');
    writeFileSync(file, greedyTei().replace('<TEI', `<!DOCTYPE TEI SYSTEM "${address}/tei.dtd">\n<TEI`));
    const { exitCode, diagnostics } = await validate([file], {});
    expect([exitCode, diagnostics.some(({ help }) => help !== undefined), visits]).toEqual([1, true, 0]);
  });

  it('39: schema compile without network: exit code 4, and what to do', async () => {
    const closed = createSocketServer();
    await new Promise<void>((listening) => closed.listen(0, '127.0.0.1', listening));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    const folder = temporaryFolder();
    const { exitCode, diagnostics } = await compileSchema(diskFileSystem, 'schema/editio.odd', {
      check: false,
      documentation: false,
      out: join(folder, 'out'),
      tei: { site: `http://127.0.0.1:${port}`, variables: { EDITIO_CACHE: join(folder, 'cache') } },
    });
    expect([exitCode, diagnostics.map(({ code }) => code)]).toEqual([4, ['schema/tei-missing']]);
    expect(diagnostics[0]?.help).toContain('--p5subset');
  });
});
