import CPangoCairo

/// How a text looks.
struct TextStyle {
    var family: String
    var size: Double
    var isBold = false
}

/// A text broken into lines.
final class TextLayout {
    enum Alignment {
        case justified
        case left
        case center
        case right
    }

    /// One line: `x` is measured from the layout's left edge.
    struct Line {
        let line: UnsafeMutablePointer<PangoLayoutLine>
        let x: Double
        let width: Double
    }

    let style: TextStyle
    private(set) var lines: [Line] = []
    private let layout: OpaquePointer?

    /// Breaks `text` at `width`, or only at its line feeds without one.
    init(
        _ text: String,
        _ style: TextStyle,
        width: Double?,
        indent: Double = 0,
        alignment: Alignment = .left,
        in context: OpaquePointer?
    ) {
        self.style = style
        layout = pango_layout_new(context)
        let font = pango_font_description_new()
        pango_font_description_set_family(font, style.family)
        // Rounded down, so that 28 characters are never wider than the line.
        pango_font_description_set_absolute_size(font, (style.size * TextLayout.scale).rounded(.down))
        pango_font_description_set_weight(font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        pango_layout_set_width(layout, width.map { Int32(($0 * TextLayout.scale).rounded(.up)) } ?? -1)
        pango_layout_set_indent(layout, Int32(indent * TextLayout.scale))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_auto_dir(layout, 0)
        align(alignment)
        forbidHyphens()
        var bytes = Array(TextLayout.printable(text).utf8)
        bytes.append(0)
        bytes.withUnsafeBytes { buffer in
            pango_layout_set_text(layout, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), -1)
        }
        collectLines()
    }

    deinit {
        if let layout { g_object_unref(UnsafeMutableRawPointer(layout)) }
    }

    /// The width of the widest line.
    var width: Double { lines.map(\.width).max() ?? 0 }

    /// Adds the outlines of the text's only line to the current path.
    func addPath(to cairo: OpaquePointer?) {
        guard let line = lines.first else { return }
        pango_cairo_layout_line_path(cairo, line.line)
    }

    private static let scale = Double(PANGO_SCALE)

    private func align(_ alignment: Alignment) {
        switch alignment {
        case .justified: pango_layout_set_justify(layout, 1)
        case .left: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
        case .center: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
        case .right: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
        }
    }

    /// A hash or an address that is broken over lines must not gain characters.
    private func forbidHyphens() {
        let attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
    }

    private func collectLines() {
        guard let iterator = pango_layout_get_iter(layout) else { return }
        defer { pango_layout_iter_free(iterator) }
        repeat {
            guard let line = pango_layout_iter_get_line_readonly(iterator) else { continue }
            var extents = PangoRectangle()
            pango_layout_iter_get_line_extents(iterator, nil, &extents)
            lines.append(
                Line(
                    line: line,
                    x: Double(extents.x) / TextLayout.scale,
                    width: Double(extents.width) / TextLayout.scale
                )
            )
        } while pango_layout_iter_next_line(iterator) != 0
    }

    /// Control characters and noncharacters have no picture and end or break C strings; a replacement shows that something was there.
    private static func printable(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: scalars.append(scalar)
            case 0x09: scalars.append(" ")
            case 0x0D: continue
            case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: scalars.append("\u{FFFD}")
            case let value where value & 0xFFFE == 0xFFFE: scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
