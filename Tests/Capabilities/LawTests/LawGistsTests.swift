import Definitions
import Law
import Testing

@Suite("Gists")
struct LawGistsTests {
    @Test("the shipped gists are one sentence each and found by every way to cite")
    func shipped() throws {
        let gists = try LawGists(Definitions.bytes("law/law-gists.json"))
        #expect(gists.count >= 80)
        let article = try #require(gists[LegalBasis("行政许可法", 42)])
        #expect(gists[LegalBasis("中华人民共和国行政许可法", 42, paragraph: 1)] == article)
        #expect(gists[LegalBasis("行政许可法", 999)] == nil)
        #expect(gists[LegalBasis(law: "行政许可法")] == nil)
    }

    @Test(
        "a gist that is no sentence or cites no article is refused",
        arguments: [
            (#"{"行政许可法#42":"没有句号"}"#, "行政许可法#42"), (#"{"行政许可法":"没有条。"}"#, "行政许可法"),
            (#"{"甲法#1":"一。","中华人民共和国甲法#1":"二。"}"#, "中华人民共和国甲法#1"),
        ] as [(String, String)]
    )
    func refused(file: String, basis: String) {
        let error = #expect(throws: LawError.self) { try LawGists(Array(file.utf8)) }
        guard case .badGist(let named)? = error else {
            Issue.record("expected another answer")
            return
        }
        #expect(LegalBasis(named)?.statute == LegalBasis(basis)?.statute)
    }
}
