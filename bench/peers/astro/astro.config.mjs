export default { outDir: "output", cacheDir: "cache", site: "https://coalition-bench.org" };
