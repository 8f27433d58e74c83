import Foundation

/// The data the program is shipped with: calendars, divisions and demonstration items, versioned with the code.
///
/// Every ring may read it; it depends on nothing of ours. A new folder of data is copied by a line in Package.swift.
package enum Definitions {
    /// Returns the bytes of one file, named by its path below this folder: `calendar/days.csv`.
    ///
    /// - Parameter name: the path, written in our code and never taken from input.
    /// - Returns: the whole file.
    /// - Throws: `DefinitionMissing` when the installed program lacks the file or may not read it.
    package static func bytes(_ name: String) throws(DefinitionMissing) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: folder.appending(path: name)))
        } catch {
            throw DefinitionMissing(name: name)
        }
    }

    /// Where the build puts the files: beside the program.
    ///
    /// `Bundle.module` would look there too, but stops the program without a word of ours when it finds nothing.
    private static let folder = Bundle.main.bundleURL.appending(path: "hengjian_Definitions.resources")
}

/// A file that should have been installed beside the program is not there or cannot be read.
package struct DefinitionMissing: Error, Hashable, CustomStringConvertible {
    package let name: String

    package init(name: String) {
        self.name = name
    }

    package var description: String { "expected the file \(name) in hengjian_Definitions.resources, found none" }
}
