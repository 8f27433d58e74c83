import Testing

@testable import SupervisionDesk

@Suite("The picture of what is compared")
struct ComparisonFigureTests {
    @Test(
        "case numbers are told apart by their ends; other names stay whole",
        arguments: [
            (["511602-20261019-00003", "511602-20260921-00001"], ["20261019-00003", "20260921-00001"]),
            (["511602-20261019-00003", "511602-20261019-00004"], ["00003", "00004"]),
            (["511602-20261019-00003"], ["511602-20261019-00003"]), (["区住建局", "区住房中心"], ["区住建局", "区住房中心"]), ([], []),
        ]
    )
    func labels(names: [String], shown: [String]) {
        #expect(ComparisonFigure.apart(names) == shown)
    }
}
