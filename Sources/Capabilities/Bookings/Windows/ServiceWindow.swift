package import EventLog
package import Kernel

/// A service window (办事窗口) of an agency, as its keeper set it up last.
package struct ServiceWindow: Aggregate {
    package typealias ID = Identifier<ServiceWindow>
    package static let category = "service-window"

    /// `nil` before it was set up.
    package private(set) var agency: String?
    package private(set) var agencyName = ""
    /// As 511602000000.
    package private(set) var division = ""
    package private(set) var setting: WindowSetting?

    package init() {}

    package mutating func evolve(_ event: ServiceWindowEvent, _ envelope: Envelope) {
        switch event {
        case .set(let set):
            agency = set.agency.value
            agencyName = set.agencyName.value
            division = set.division.value
            setting = set.setting.value
        }
    }
}

/// A window is set up, or set up anew; who booked keeps what was booked.
package struct ServiceWindowSet: EventPayload {
    package static let type = "ServiceWindow.Set"
    package let agency: Open<String>
    package let agencyName: Open<String>
    package let division: Open<String>
    package let setting: Open<WindowSetting>
    package let reason: String
}

/// Every fact about a window.
package enum ServiceWindowEvent: EventFamily {
    case set(ServiceWindowSet)

    package static let members = [EventMember(ServiceWindowSet.self, ServiceWindowEvent.set)]

    package var payload: any EventPayload {
        switch self {
        case .set(let payload): payload
        }
    }
}
