// Package heading reads what a column is called word by word, in the languages of
// exports, and says which field of a register of customers, suppliers or products
// it may fill. It knows words, and no phrases: whose it is and what of it, in
// whichever order and compound.
package heading
