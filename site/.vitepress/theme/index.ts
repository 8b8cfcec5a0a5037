import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme";
import { defineAsyncComponent } from "vue";
import "./style.css";

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    // Readers of a guide load neither.
    app.component(
      "PolicyPlayground",
      defineAsyncComponent(() => import("../../components/PolicyPlayground.vue")),
    );
    app.component(
      "CatalogPage",
      defineAsyncComponent(() => import("../../components/CatalogPage.vue")),
    );
  },
} satisfies Theme;
