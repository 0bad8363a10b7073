new Promise(resolve => {
  let moved = 0;
  const add = entries => entries.filter(entry => !entry.hadRecentInput).forEach(entry => { moved += entry.value; });
  const observer = new PerformanceObserver(list => add(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  // What was buffered comes with the next frames; without any, nobody calls back.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
    add(observer.takeRecords());
    observer.disconnect();
    resolve(moved);
  })));
})
