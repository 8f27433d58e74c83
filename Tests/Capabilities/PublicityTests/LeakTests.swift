import Testing
import TestSupport

@testable import Parties

@Suite("What must never be public")
struct LeakTests {
    @Test("the corpus holds at least three hundred sentences, each with its secret in it")
    func corpus() {
        #expect(LeakCorpus.leaks.count >= 300)
        #expect(Set(LeakCorpus.leaks).count == LeakCorpus.leaks.count)
        for leak in LeakCorpus.leaks { #expect(leak.sentence.contains(leak.secret), "\(leak)") }
    }

    @Test("no sentence of the corpus leaks, and masking it again changes nothing")
    func leaks() {
        for leak in LeakCorpus.leaks {
            let masked = PersonalText(masking: leak.sentence)
            #expect(!masked.text.contains(leak.secret), "\(leak.secret): \(masked.text)")
            #expect(!masked.reasons.isEmpty)
            #expect(PersonalText.masked(masked.text) == masked.text, "\(leak.sentence)")
        }
    }

    @Test("what tells nobody stays as it is written")
    func plain() {
        #expect(LeakCorpus.plain.count >= 40)
        for sentence in LeakCorpus.plain { #expect(PersonalText.masked(sentence) == sentence) }
    }

    @Test(
        "every part that is hidden has its reason",
        arguments: [
            ("证人张小三陈述", "证人张某陈述", [.bystander]), ("证人张小三、李强在场", "证人张某、李某在场", [.bystander]),
            ("电话13800001234", "电话138****1234", [.contact]), ("微信号abc_123", "微信号（联系方式略）", [.contact]),
            ("住址：民安路12号。", "住址：（住址略）。", [.address]), ("川X12345停放", "川X****5停放", [.vehicle]),
            ("护照号E12345678", "护照号（证件号码略）", [.identityNumber]),
            ("申请人欧阳明月，身份证11010519491231002X", "申请人欧阳某，身份证（身份证件号码略）", [.bystander, .identityNumber]),
            ("准予设立", "准予设立", []),
        ] as [(String, String, Set<MaskReason>)]
    )
    func reasons(text: String, shown: String, reasons: Set<MaskReason>) {
        let masked = PersonalText(masking: text)
        #expect(masked.text == shown)
        #expect(masked.reasons == reasons)
    }
}
