import tseslint from 'typescript-eslint'

/** Folders in dependency order: each may import from those to its left, through their `index.ts` only. */
const order = ['grammar', 'compiler', 'runtime', 'testing', 'trainer', 'cli']

const folderRules = order.map((folder, position) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...order.slice(position + 1).map((right) => ({
            regex: `^(\\.\\./)+${right}/`,
            message: `${folder}/ may not depend on ${right}/: dependencies go leftwards only.`,
          })),
          ...order.slice(0, position).map((left) => ({
            regex: `^(\\.\\./)+${left}/(?!([a-z-]+/)?index\\.ts$)`,
            message: `Import ${left}/ through a published entry point (an index.ts).`,
          })),
        ],
      },
    ],
  },
}))

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'runs/**', 'coverage/**', 'test/consumer/**'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
    },
  },
  ...folderRules,
)
