import CPangoCairo
import Foundation

/// Draws a round seal of 42 mm: ring, star, name on the arc, mark below.
///
/// All letters are outlines: the seal is a picture and adds nothing to the document's text.
struct SealDrawing {
    let seal: Seal

    private static let radius = Sheet.millimetres(21)
    private static let ring = Sheet.millimetres(1.2)
    private static let starRadius = Sheet.millimetres(7)

    func draw(on canvas: Canvas, x: Double, y: Double) {
        // One group, so that the ink is equally thin where strokes cross.
        cairo_push_group(canvas.cairo)
        cairo_set_source_rgb(canvas.cairo, 0.86, 0.05, 0.05)
        cairo_set_line_width(canvas.cairo, SealDrawing.ring)
        cairo_new_path(canvas.cairo)
        cairo_arc(canvas.cairo, x, y, SealDrawing.radius - SealDrawing.ring / 2, 0, 2 * .pi)
        cairo_stroke(canvas.cairo)
        drawStar(on: canvas, x: x, y: y)
        drawName(on: canvas, x: x, y: y)
        drawMark(on: canvas, x: x, y: y)
        cairo_pop_group_to_source(canvas.cairo)
        cairo_paint_with_alpha(canvas.cairo, 0.8)
    }

    private func drawStar(on canvas: Canvas, x: Double, y: Double) {
        for point in 0..<10 {
            let radius = point.isMultiple(of: 2) ? SealDrawing.starRadius : SealDrawing.starRadius * 0.382
            let angle = Double(point) * .pi / 5 - .pi / 2
            cairo_line_to(canvas.cairo, x + radius * cos(angle), y + radius * sin(angle))
        }
        cairo_close_path(canvas.cairo)
        cairo_fill(canvas.cairo)
    }

    private func drawName(on canvas: Canvas, x: Double, y: Double) {
        let characters = seal.agency.filter { !$0.isWhitespace }.prefix(40).map(String.init)
        guard !characters.isEmpty else { return }
        // Up to 270 degrees; few characters stand closer together, many become narrower.
        let step = min(.pi / 7, 1.5 * .pi / Double(characters.count))
        let size = min(15, step * SealDrawing.radius * 0.78)
        let arc = SealDrawing.radius - SealDrawing.ring - Sheet.millimetres(0.8) - size
        for (index, character) in characters.enumerated() {
            let angle = (Double(index) - Double(characters.count - 1) / 2) * step
            cairo_save(canvas.cairo)
            cairo_translate(canvas.cairo, x, y)
            cairo_rotate(canvas.cairo, angle)
            drawText(character, size: size, baseline: -arc - size * 0.12, on: canvas)
            cairo_restore(canvas.cairo)
        }
    }

    private func drawMark(on canvas: Canvas, x: Double, y: Double) {
        cairo_save(canvas.cairo)
        cairo_translate(canvas.cairo, x, y)
        drawText(String(seal.mark.prefix(12)), size: 9, baseline: Sheet.millimetres(14.3), on: canvas)
        cairo_restore(canvas.cairo)
    }

    /// Fills the outlines of a line centered on the vertical axis.
    private func drawText(_ text: String, size: Double, baseline: Double, on canvas: Canvas) {
        guard !text.isEmpty else { return }
        let style = TextStyle(family: canvas.fonts.serif, size: size, isBold: true)
        let layout = canvas.layout(text, style)
        cairo_move_to(canvas.cairo, -layout.width / 2, baseline)
        layout.addPath(to: canvas.cairo)
        cairo_fill(canvas.cairo)
    }
}
