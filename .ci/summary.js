// Prints which tests were skipped, then "N passed, N failed" alone on the last line, from the test runner's JSON report.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** The report; undefined where the runner did not come to write one. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const report = readReport(process.argv[2]);
const lines = [];
let passed = 0;
let failed = 0;
if (report === undefined) {
  lines.push('The tests did not run.');
  failed = 1;
} else {
  for (const { name, status, assertionResults } of report.testResults) {
    const file = relative(process.cwd(), name);
    // A file that could not be loaded has no tests, and did not pass.
    if (status === 'failed' && assertionResults.every((test) => test.status !== 'failed')) {
      lines.push(`failed: ${file}, as a whole`);
      failed += 1;
    }
    for (const test of assertionResults) {
      if (test.status === 'passed') passed += 1;
      else if (test.status === 'failed') failed += 1;
      else lines.push(`skipped: ${file}: ${test.fullName}`);
    }
  }
}
for (const line of lines) console.log(line);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
