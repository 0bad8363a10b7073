async (one, other) => {
    // The share of pixels that differ, of the larger of two pictures.
    const read = async data => {
        const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
        canvas.drawImage(bitmap, 0, 0);
        return canvas.getImageData(0, 0, bitmap.width, bitmap.height);
    };
    const [before, after] = [await read(one), await read(other)];
    const [width, height] = ["width", "height"].map(side => Math.max(before[side], after[side]));
    const pixel = ({ data, width, height }, x, y) => (x < width && y < height ? new DataView(data.buffer).getUint32((y * width + x) * 4) : -1);
    let changed = 0;
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (pixel(before, x, y) !== pixel(after, x, y)) changed++;
    return changed / (width * height);
};
