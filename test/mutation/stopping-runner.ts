import { TestRunner } from "vitest";

/** After the first failure a mutant is found: without isolation, Vitest would go on to load the files that are left. */
export default class StoppingRunner extends TestRunner {
  #isOver = false;

  override cancel(...[reason]: Parameters<TestRunner["cancel"]>): void {
    this.#isOver = true;
    super.cancel(reason);
  }

  override async importFile(...[file, source]: Parameters<TestRunner["importFile"]>): Promise<void> {
    if (!this.#isOver) {
      await super.importFile(file, source);
    }
  }
}
