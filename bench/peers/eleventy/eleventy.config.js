export default {
  markdownTemplateEngine: false,
  dir: { input: "content", includes: "../layouts", output: "output" },
};
