import EventLog
import Kernel
import Testing

@testable import Supervision

@Suite("What a finding is called")
struct FindingWordsTests {
    @Test(
        "it is called by its case or by what the agency keeps, never by a person",
        arguments: [
            (.decision, "51160220260302000001", "", "办件51160220260302000001"),
            (.act(3), "51160220260302000001", "承办人甲", "办件51160220260302000001"),
            (.item("01I1"), "", "教师资格认定", "教师资格认定"), (.list("power"), "", "权力清单", "权力清单"),
            (.letter("01L1"), "", "01-L-7", "01-L-7"),
            (.caseNumber("51160220260302000002"), "", "", "办件51160220260302000002"),
            (.officer("01O1"), "", "王某", "机构、岗位和人员"), (.certificate("23160001"), "", "王某", "机构、岗位和人员"),
            (.party("01P1"), "", "李某", "机构、岗位和人员"),
        ] as [(FindingSubject, String, String, String)]
    )
    func called(subject: FindingSubject, caseNumber: String, fact: String, name: String) throws {
        let breach = Breach(
            try StayExceeded(),
            subject,
            since: Instant("2026-04-06"),
            message: "王某在某岗位任职已满轮岗年限",
            facts: fact.isEmpty ? [] : [FindingFact("名称", fact)]
        )
        let raised = FindingRaised(
            number: 1,
            breach: breach,
            caseNumber: caseNumber,
            item: "",
            itemName: "机构、岗位和人员",
            agency: "01A1",
            agencyName: "广安市广安区教育局",
            explainBy: nil
        )
        #expect(raised.named == name)
    }
}
