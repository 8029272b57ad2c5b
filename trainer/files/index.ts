export { writeWholeFile } from './write-whole-file.ts'
