import Kernel
import Testing

@Suite("Sites as browsers tell them apart")
struct WebOriginTests {
    @Test(
        "a site is named by its name and port alone",
        arguments: [
            ("https://www.guangan.gov.cn", "https://www.guangan.gov.cn"),
            ("https://WWW.Guangan.gov.cn/", "https://www.guangan.gov.cn"),
            ("https://gov.cn:443", "https://gov.cn"), ("https://gov.cn:8443", "https://gov.cn:8443"),
            ("https://xn--55qx5d.gov.cn", "https://xn--55qx5d.gov.cn"), ("https://portal", "https://portal"),
        ]
    )
    func named(written: String, text: String) { #expect(WebOrigin(written)?.text == text) }

    @Test(
        "what would name more than one site, or say something else in a header, is none",
        arguments: [
            "", "https://", "http://www.guangan.gov.cn", "https://*.gov.cn", "*", "https:", "'self'", "data:",
            "https://gov.cn/path", "https://gov.cn?x", "https://user@gov.cn", "https://gov.cn https://evil.cn",
            "https://gov.cn;", "https://gov.cn,evil.cn", "https://gov.cn\r\nX: y", "https://gov..cn", "https://-gov.cn",
            "https://政府.cn", "https://gov.cn:0", "https://gov.cn:65536", "https://gov.cn:", "https://gov.cn:4٣",
            "https://\(String(repeating: "a", count: 64)).cn", "https://[::1]", " https://gov.cn", "https://gov.cn//",
        ]
    )
    func unnamed(written: String) { #expect(WebOrigin(written) == nil) }
}
