private import Foundation

/// Pictures of the pages a journey visits, on a wide and a narrow screen.
///
/// `HENGJIAN_SCREENSHOTS` names the folder; without it nothing is kept.
package actor Album {
    private let folder: String?
    private var count = 0

    package init() {
        folder = ProcessInfo.processInfo.environment["HENGJIAN_SCREENSHOTS"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Looks at the page on both screens and returns what a person would find broken, one sentence a fault.
    package func look(at window: BrowserWindow, as name: String) async throws -> [String] {
        count += 1
        var faults = try await window.complaints()
        let path = try await window.path
        for screen in BrowserWindow.Screen.allCases.reversed() {
            try await window.show(screen)
            faults += try await window.barriers().map { "\(path) at \(screen.rawValue) px: \($0)" }
            let overflow = try await window.overflow()
            if overflow > 0 { faults.append("\(path) is \(overflow) px wider than a screen of \(screen.rawValue) px") }
            if let folder { try await keep(window.picture(), in: folder, "\(name)-\(screen.rawValue)") }
        }
        return faults
    }

    private func keep(_ picture: [UInt8], in folder: String, _ name: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let number = count < 10 ? "0\(count)" : "\(count)"
        try Data(picture).write(to: URL(fileURLWithPath: "\(folder)/\(number)-\(name).png"))
    }
}
