import Casework
import Directory
import EventLog
import Kernel
import Processes
import Testing

@testable import Acting

@Suite("Words for refusals")
struct WordingTests {
    @Test("a refusal says what should be, what is, and the article behind it")
    func casework() throws {
        let definition = try ProcessTemplate.licensingPrompt.definition()
        let same = Wording(.samePerson(step: "review", earlier: "examine"), in: definition)
        #expect(same.status == 403)
        #expect(same.code == "case.samePerson")
        #expect(same.full.contains("“审查”"))
        #expect(same.full.contains("国办发〔2005〕37号"))
        let early = Wording(CaseworkError.tooEarly(step: "statement", notBefore: "2026-03-10", source: "行政许可法§47"))
        #expect(early.full == "办理日期应为2026-03-10或者以后，实为提前；当事人行使权利的期间尚未届满（行政许可法§47）")
        let reasons = Wording(CaseworkError.reasonsMissing(field: "理由", atLeast: 10))
        #expect(reasons.field == "reasons")
        #expect(reasons.article == "行政许可法§38")
    }

    @Test("certificates are refused with what they are and what they should be")
    func authority() {
        let wording = Wording(.certificateNotValid("23160001", .expired(on: "2026-01-31")))
        #expect(wording.text == "证件23160001应为有效，实为2026-01-31已到期")
        #expect(wording.article.contains("持证上岗"))
    }

    @Test("an unknown error is nobody's refusal")
    func unknown() {
        struct Surprise: Error {}
        #expect(Wording(refusal: Surprise()) == nil)
    }
}
