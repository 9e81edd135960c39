import js from '@eslint/js'
import ts from 'typescript-eslint'

export default ts.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'coverage/',
      'tmp/',
      'build/',
      'shims/',
      'eslint.config.js',
      'jest.config.js',
      'jest.mutation.config.js',
      'scripts/jest-transform.js',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ['demo/**', 'bench/**', 'interop/**', 'scripts/**', 'emulator/**', 'faults/**'],
    rules: { 'no-console': 'off' },
  },
)
