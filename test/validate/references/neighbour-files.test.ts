import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskFileSystem, type FileSystem } from '../../../src/storage/file-system.js';
import { neighbourFiles, type Neighbour } from '../../../src/validate/references/neighbour-files.js';
import { diskOf, teiFile } from './archive.js';

const said = (neighbour: Neighbour): string | string[] =>
  neighbour.kind === 'read' ? [...neighbour.file.ids.keys()] : neighbour.reason;

describe('files that are only pointed to', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'editio-neighbours-'));
    writeFileSync(join(folder, 'a.xml'), teiFile('<p xml:id="a"/>'));
    writeFileSync(
      join(folder, 'latin.xml'),
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><p xml:id="\u00E9"/>', 'latin1'),
    );
    writeFileSync(join(folder, 'broken.xml'), '<p>');
    writeFileSync(join(folder, 'doctype.xml'), '<!DOCTYPE p [<!ENTITY e SYSTEM "a.xml">]><p xml:id="a">&e;</p>');
    writeFileSync(join(folder, 'empty.xml'), '');
    mkdirSync(join(folder, 'texts'));
    symlinkSync('a.xml', join(folder, 'link.xml'));
    symlinkSync('round.xml', join(folder, 'round.xml'));
    execFileSync('mkfifo', [join(folder, 'pipe.xml')]);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are read for their ids, in their encoding, links followed', () => {
    const neighbours = neighbourFiles(diskFileSystem, (path) => path);
    const idsOf = (name: string): string | string[] => said(neighbours.idsOf(join(folder, name)));
    expect(idsOf('a.xml')).toEqual(['a']);
    expect(idsOf('latin.xml')).toEqual(['é']);
    expect(idsOf('link.xml')).toEqual(['a']);
    expect(idsOf('broken.xml')).toBe('not-xml');
    expect(idsOf('doctype.xml')).toBe('not-xml');
    expect(idsOf('empty.xml')).toBe('not-xml');
  });

  it('are files and folders, and nothing that could be read for ever', () => {
    const neighbours = neighbourFiles(diskFileSystem, (path) => path);
    const kinds = ['a.xml', 'link.xml', 'texts', 'none.xml', 'a.xml/b.xml', 'round.xml', 'pipe.xml'];
    expect(kinds.map((name) => neighbours.kindAt(join(folder, name)))).toEqual([
      'file',
      'file',
      'folder',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are not read where they are large, by themselves or together, and each is read once', () => {
    const reads: string[] = [];
    const sizes: Readonly<Record<string, number>> = { huge: 17, a: 15, b: 15, c: 15, d: 15, e: 15 };
    const disk: FileSystem = {
      ...diskOf({}),
      realPath: (path) => path,
      status: (path) => ({ kind: 'file', size: (sizes[path.slice(1)] ?? 0) * 1024 * 1024, modified: 0 }),
      read: (path) => {
        reads.push(path);
        return new TextEncoder().encode(teiFile(''));
      },
    };
    const neighbours = neighbourFiles(disk, (path) => path);
    const outcomes = ['/huge', '/a', '/b', '/b', '/c', '/d', '/e'].map((path) => said(neighbours.idsOf(path)));
    expect(outcomes).toEqual(['too-large', [], [], [], [], [], 'too-large']);
    expect(reads).toEqual(['/a', '/b', '/c', '/d']);
  });
});
