async (one, other) => {
    // The share of dots that differ, of the higher of two pictures. Where one is wider, every dot is another one.
    const read = async data => {
        const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const { width, height } = bitmap;
        const canvas = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
        canvas.drawImage(bitmap, 0, 0);
        return { width, dots: new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer) };
    };
    const [before, after] = [await read(one), await read(other)];
    if (before.width !== after.width) return 1;
    const [lower, higher] = [before.dots, after.dots].sort((one, other) => one.length - other.length);
    let changed = higher.length - lower.length;
    for (let at = 0; at < lower.length; at++) if (lower[at] !== higher[at]) changed++;
    return changed / higher.length;
};
