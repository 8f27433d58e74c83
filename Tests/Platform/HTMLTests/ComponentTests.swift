import HTML
import Testing

@Suite("The design system")
struct ComponentTests {
    private let assets = PageAssets(stylesheet: "/assets/design.css", liveScript: "/assets/live.js")

    @Test(
        "the gallery is one well-formed page without inline script or style",
        arguments: [
            PageShell.Density.generous, .dense,
        ]
    )
    func gallery(density: PageShell.Density) throws {
        let markup = Gallery(assets: assets, density: density).renderedText
        #expect(markup.hasPrefix("<!DOCTYPE html>"))
        for forbidden in [" style=", "<script>", " onclick", "<style", "javascript:"] {
            #expect(!markup.contains(forbidden))
        }
        let openings = try markup.matches(of: Regex("<[a-z][a-z0-9]*[ >]")).count
        let voids = try markup.matches(of: Regex("<(input|meta|link|br|hr|img)[ >]")).count
        let endings = try markup.matches(of: Regex("</[a-z]")).count
        #expect(openings - voids == endings)
    }

    @Test("no id is used twice on the gallery page")
    func ids() throws {
        let markup = Gallery(assets: assets, density: .generous).renderedText
        let ids = try markup.matches(of: Regex(" id=\"([^\"]*)\"")).compactMap {
            $0.output[1].substring.map(String.init)
        }
        #expect(Set(ids).count == ids.count)
    }

    @Test("every class that a component writes is in the stylesheet, or says nothing about looks")
    func classes() throws {
        let stylesheet = String(decoding: DesignAsset.stylesheet.bytes, as: UTF8.self)
        let markup = Gallery(assets: assets, density: .generous).renderedText
        let names = try markup.matches(of: Regex(" class=\"([^\"]*)\""))
            .flatMap { ($0.output[1].substring ?? "").split(separator: " ").map(String.init) }
        let unstyled = Set(names).filter { !stylesheet.contains(".\($0)") }
        #expect(unstyled.subtracting(["generous", "scroll"]).isEmpty)
    }

    @Test("a faulty field names its fault at the field and in a summary that links to it")
    func faults() {
        let errors = [FieldError(field: "code", message: "应为 18 位")]
        let field = TextField(FieldCaption("code", label: "代码", hint: "18 位", errors: errors)).renderedText
        #expect(field.contains("aria-describedby=\"code-hint code-error\" aria-invalid=\"true\""))
        #expect(field.contains("id=\"code-error\""))
        #expect(ErrorSummary(errors).renderedText.contains("<a href=\"#code\">应为 18 位</a>"))
        #expect(ErrorSummary([]).renderedText.isEmpty)
    }

    @Test("a password never comes back in the page")
    func password() {
        let field = TextField(FieldCaption("word", label: "口令"), value: "secret", kind: .password)
        #expect(!field.renderedText.contains("secret"))
    }

    @Test(
        "every standing of a deadline has its own word and shape",
        arguments: [DeadlineChip.Standing.inTime, .dueSoon, .overdue, .suspended]
    )
    func deadline(standing: DeadlineChip.Standing) {
        let chip = DeadlineChip(standing, remaining: "余 1 日").renderedText
        #expect(chip.contains("<svg") && chip.contains("<strong>"))
    }

    @Test(
        "the name of a bar is cut where it is too wide, a digit taking half the room of a character of Chinese",
        arguments: [
            ("区行政审批局", "区行政审批局"), ("▶20261019-00003", "▶20261019-00003"), ("511602-20261019-00003", "511602-20261019…"),
            ("区自然资源和规划分局", "区自然资源和规…"),
        ]
    )
    func barNames(label: String, shown: String) {
        let chart = BarChart(id: "a", heading: "柱", points: [ChartPoint(label, 1)]).renderedText
        #expect(chart.contains(">\(shown)</text>"))
    }

    @Test("what is unknown says so")
    func unknown() {
        #expect(DefinitionList([Definition("收费", nil)]).renderedText.contains("未填报"))
    }

    @Test(
        "charts of nothing and of nonsense are drawn without failing",
        arguments: [
            [], [0], [.nan], [-5], [.infinity], [1e300], [0.001], [1, 2, 3, 4, 5, 6, 7, 8, 9],
        ] as [[Double]]
    )
    func charts(values: [Double]) {
        let points = values.map { ChartPoint("值", $0) }
        for chart in [
            BarChart(id: "a", heading: "柱", points: points), LineChart(id: "b", heading: "线", points: points),
            ShareChart(id: "c", heading: "份", points: points), Sparkline("小", values: values),
        ] as [any HTML] {
            #expect(!chart.renderedText.contains("nan") && !chart.renderedText.contains("inf"))
        }
    }

    @Test(
        "numbers of a drawing have at most two decimals",
        arguments: [
            (0.005, "0.01"), (-0.004, "0"), (1.5, "1.5"), (-2.25, "-2.25"), (12, "12"), (3.05, "3.05"), (.nan, "0"),
        ] as [(Double, String)]
    )
    func numbers(value: Double, text: String) {
        #expect(SVGNumber.text(value) == text)
    }
}
