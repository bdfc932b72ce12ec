/** Whether CAIRN_TEST_REQUIRE (names with commas between) asks for a tool: without it the tests fail then, else they are skipped aloud. */
export function isRequired(tool: string): boolean {
  return (process.env['CAIRN_TEST_REQUIRE'] ?? '').split(',').includes(tool)
}
