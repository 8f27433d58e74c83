import Catalog
package import Directory
package import EventLog
import Kernel

/// The keeper of an agency sets a window up, or sets it up anew; the answer is the window.
///
/// What is booked stays booked: a time that is no more is closed at the desk, where its bookers are told.
package struct SetServiceWindow: Command {
    package static let name = "SetServiceWindow"
    /// `nil` for a new one.
    package let window: ServiceWindow.ID?
    package let agency: Agency.ID
    package let setting: WindowSetting
    package let reason: String

    static let reasons = 2...500

    package init(_ window: ServiceWindow.ID?, of agency: Agency.ID, to setting: WindowSetting, reason: String) {
        self.window = window
        self.agency = agency
        self.setting = setting
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> ServiceWindow.ID {
        guard let found = try session.load(AgencyEntry.self, agency.text).state.agency, found.exists(on: session.today)
        else { throw BookingError.unknownAgency }
        if let window, try session.serviceWindow(window).agency != agency.text { throw BookingError.unknownWindow }
        let setting = try setting.checked()
        guard !setting.items.isEmpty else { throw BookingError.window(.noItems) }
        for code in setting.items {
            guard try session.publicItem(code: code)?.agency?.id == agency.text else {
                throw BookingError.window(.unknownItem(code))
            }
        }
        let id = window ?? session.newIdentifier("W")
        let set = ServiceWindowSet(
            agency: Open(agency.text),
            agencyName: Open(found.profile.name),
            division: Open(found.profile.division.padded),
            setting: Open(setting),
            reason: try BookingText.checked(reason, .reason, SetServiceWindow.reasons)
        )
        try session.append(.set(set), to: ServiceWindow.self, id.text)
        return id
    }
}

extension CommandSession {
    /// Returns a window that was set up.
    func serviceWindow(_ id: ServiceWindow.ID) throws -> ServiceWindow {
        let loaded = try load(ServiceWindow.self, id.text)
        guard loaded.exists else { throw BookingError.unknownWindow }
        return loaded.state
    }

    /// Returns the item's last public version; `nil` where the catalog shows none.
    func publicItem(code: String) throws -> ItemContent? {
        guard let id = try itemID(code: code) else { return nil }
        return try load(PowerItem.self, id.text).state.versions.last(where: \.isPublic)?.content
    }
}
