// All benchmarks, one after the other.
//
//   npm run bench            five runs of each thing measured
//   npm run bench -- 9       nine runs
console.log('== build');
await import('./build.js');
console.log('\n== validate');
await import('./validate.js');
console.log('\n== large editions');
process.argv.splice(2);
await import('./large.js');
