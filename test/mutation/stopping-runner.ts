import { it, TestRunner } from "vitest";

/** Ends at the first failure: without isolation, Vitest would go on to load the files that are left. */
export default class StoppingRunner extends TestRunner {
  #isOver = false;

  override cancel(...[reason]: Parameters<TestRunner["cancel"]>): void {
    this.#isOver = true;
    super.cancel(reason);
  }

  override async importFile(...[file, source]: Parameters<TestRunner["importFile"]>): Promise<void> {
    if (this.#isOver) {
      return;
    }
    try {
      await super.importFile(file, source);
    } catch (error) {
      // StrykerJS counts tests only: a file that cannot be loaded has to be one.
      it("is loaded", () => {
        throw error;
      });
    }
  }
}
