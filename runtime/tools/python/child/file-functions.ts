import fileSystem from 'node:fs'

/**
 * What this program itself needs of `node:fs`, taken before the module is emptied. A function that writes to any descriptor
 * is a way out where foreign code gets hold of it: Node reads pointers of its own from some of its descriptors.
 */
export const { closeSync, constants, fstatSync, readSync, writeSync } = fileSystem
