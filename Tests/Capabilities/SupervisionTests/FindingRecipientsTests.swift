import Testing

@testable import Supervision

@Suite("Who is told of a finding")
struct FindingRecipientsTests {
    @Test(
        "a graver finding is told to everybody who is told of a lesser one, and to some more",
        arguments: [
            (.reminder, [.handlers]), (.warning, [.handlers, .agencySupervisors]),
            (.yellowCard, [.handlers, .agencySupervisors, .agencyHeads]),
            (.redCard, [.handlers, .agencySupervisors, .agencyHeads, .divisionSupervisors]),
        ] as [(FindingLevel, Set<FindingRecipients.Recipient>)]
    )
    func cascade(level: FindingLevel, told: Set<FindingRecipients.Recipient>) throws {
        #expect(try FindingRecipients.shipped().told(of: level) == told)
    }

    @Test("what nobody answers is told to heads and supervisors whatever its level")
    func widened() throws {
        let recipients = try FindingRecipients.shipped()
        #expect(recipients.widened(.yellowCard) == recipients.told(of: .redCard))
        #expect(recipients.widened(.redCard) == recipients.told(of: .redCard))
    }

    @Test(
        "a file that leaves a level out, knows no such recipient or tells nobody stops the start",
        arguments: [
            #"{"reminder":["handlers"],"warning":["handlers"],"yellowCard":["handlers"]}"#,
            #"{"reminder":["handlers"],"warning":["handlers"],"yellowCard":["handlers"],"redCard":["mayor"]}"#,
            #"{"reminder":["handlers"],"warning":[],"yellowCard":["handlers"],"redCard":["handlers"]}"#,
        ]
    )
    func unsound(levels: String) {
        let text = #"{"version":"1","source":"s","unanswered":["agencyHeads"],"levels":\#(levels)}"#
        #expect(throws: FindingRecipients.Fault.self) { try FindingRecipients(json: Array(text.utf8)) }
    }
}
