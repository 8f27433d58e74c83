import Discretion

@testable import Casework

extension Sample {
    /// A lenient grade, followed or not.
    static func weighed(departures: [String]) -> Weighed {
        Weighed(
            weighing: Weighing(version: 1, situation: "open", departure: "涉及幼儿人数多，社会影响大"),
            benchmark: "《民办教育行政处罚裁量基准》",
            situation: "擅自举办民办学校",
            grade: "较轻",
            direction: .lenient,
            reasons: [],
            measures: [],
            departures: departures
        )
    }
}
