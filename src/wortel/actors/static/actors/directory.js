/* On a narrow screen the filters start folded, so that the list is near. Without this they just stand open. */

const fold = document.querySelector(".facet-fold");
if (fold && matchMedia("(max-width: 46rem)").matches) fold.open = false;
