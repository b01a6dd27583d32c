import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';

/** The folder with the TEI's own source and schemas. */
export const teiFolder = process.env['EDITIO_TEI'] ?? '../shared/tei';

/** The path of a file of the TEI's data. */
export const teiPath = (name: string): string => join(teiFolder, name);

/** The text of a file of the TEI's data. */
export const teiText = (name: string): string => readFileSync(teiPath(name), 'utf8');

const hasData = existsSync(teiPath('p5subset.xml'));
const hasJing = spawnSync('jing', { encoding: 'utf8' }).error === undefined;
const mustRun = process.env['CI'] === 'true';

/** What tests whose data are missing say in their names. */
export const needsData = hasData ? '' : ` [needs ${teiPath('p5subset.xml')}; EDITIO_TEI names its folder]`;
export const needsJing = hasJing ? needsData : ` [needs the validator jing]${needsData}`;

/** A test that reads the TEI's data, or runs jing beside; skipped where they are missing, failing under CI=true. */
export const withData = it.skipIf(!hasData && !mustRun);
export const withJing = it.skipIf(!(hasData && hasJing) && !mustRun);
