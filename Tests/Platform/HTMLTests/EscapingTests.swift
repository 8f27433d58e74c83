import HTML
import Testing

@Suite("Text and attributes are escaped by their type")
struct EscapingTests {
    @Test(
        "text can only be read as text",
        arguments: [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("</textarea><img src=x onerror=alert(1)>", "&lt;/textarea&gt;&lt;img src=x onerror=alert(1)&gt;"),
            ("A&B &amp; \"C\" 'D'", "A&amp;B &amp;amp; &quot;C&quot; &#39;D&#39;"),
            ("教师资格认定 🧑‍🏫", "教师资格认定 🧑‍🏫"),
            ("行一\n行二\t完", "行一\n行二\t完"),
            ("a\u{0}b\u{1B}c\u{7F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
            ("", ""),
        ] as [(String, String)]
    )
    func text(given: String, shown: String) {
        #expect(p { given }.renderedText == "<p>\(shown)</p>")
        #expect(p(.title(given)).renderedText == "<p title=\"\(shown)\"></p>")
    }

    @Test(
        "an address that may run code or leave the site unseen is not written",
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
            "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example/",
            "/\\evil.example/", "\\\\evil.example", "file:///etc/passwd", "blob:x", "javascript&colon;alert(1):",
        ]
    )
    func refused(address: String) {
        #expect(!WebAddress.isHarmless(address))
        #expect(a(.href(address)).renderedText == "<a href=\"about:invalid\"></a>")
        #expect(form(.action(address)).renderedText == "<form action=\"about:invalid\"></form>")
        #expect(img(.src(address)).renderedText == "<img src=\"about:invalid\">")
    }

    @Test(
        "addresses of the site and of other hosts by name are written",
        arguments: [
            "/items/511A00123000?from=1#basis", "#main", "?q=教师", "items/1", "", "https://www.gov.cn/", "tel:12345",
            "mailto:a@example.cn", "HTTP://example.cn", "/a:b", "?next=javascript:x", "/search?q='",
        ]
    )
    func harmless(address: String) {
        #expect(WebAddress.isHarmless(address))
        #expect(!a(.href(address)).renderedText.contains("about:invalid"))
    }

    @Test("absent attributes and flags that are not set are left out")
    func absent() {
        #expect(input(.disabled(false), .required(), .cssClass("")).renderedText == "<input required>")
        #expect(p(.when(false, .id("x"))).renderedText == "<p></p>")
    }

    @Test("what a user wrote survives a text area, even a first line break")
    func textArea() {
        let markup = TextArea(FieldCaption("remark", label: "说明"), value: "\n</textarea>").renderedText
        #expect(markup.contains(">\n\n&lt;/textarea&gt;</textarea>"))
    }

    @Test("a hundred thousand characters are escaped one for one")
    func long() {
        let text = String(repeating: "<", count: 100_000)
        #expect(text.rendered().count == 400_000)
    }

    @Test("the builder keeps order through conditions and loops")
    func builder() {
        let list = ul {
            for number in 1...3 {
                if number == 2 { li { "two" } } else { li { number } }
            }
            if isShown(false) { li { "never" } }
            [li { "a" }, li { "b" }]
        }
        #expect(list.renderedText == "<ul><li>1</li><li>two</li><li>3</li><li>a</li><li>b</li></ul>")
    }

    private func isShown(_ answer: Bool) -> Bool { answer }
}
